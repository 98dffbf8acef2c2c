using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Something that could only be seen because a connection had come past some stages.</summary>
/// <param name="From">First stage that it shows passed.</param>
/// <param name="Through">Last stage that it shows passed.</param>
internal sealed record StageSign(Stage From, Stage Through, Message Summary, Citation Source);
