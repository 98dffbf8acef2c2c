using Aovpn.Codecs.Radius;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Radius;

/// <summary>Events of a RADIUS session as the transcript has them.</summary>
public static class RadiusEntries
{
    /// <param name="id">The session's.</param>
    /// <param name="endpoint">The server's.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="tellsEap">Steps of EAP too.</param>
    public static void Add(Transcript transcript, string id, string endpoint, string question, IEnumerable<RadiusEvent> events, bool tellsEap = true)
    {
        int? code = null;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case RadiusEvent.Replied replied:
                    code = replied.Code.Value;
                    One("received", replied.Length, code, replied.Verification.IsGenuine, replied.Verification.MessageAuthenticator is not MessageAuthenticatorState.Absent);
                    break;
                case RadiusEvent.Said said:
                    One("said", code: code, text: said.Text);
                    break;
                case RadiusEvent.Ignored ignored:
                    One("ignored", text: ignored.Problem);
                    break;
                case RadiusEvent.Keys keys:
                    One("keys", text: keys switch { { Received: false } => "none", { Equal: true } => "equal", _ => "different" });
                    break;
                case RadiusEvent.Eap eap when tellsEap:
                    foreach (var one in eap.Events)
                        transcript.Add(new TranscriptEntry.Eap(transcript.Now, id, EapSteps.Of(one)));
                    break;
            }
        }

        void One(string step, int? length = null, int? code = null, bool? genuine = null, bool? signed = null, string? text = null) =>
            transcript.Add(new TranscriptEntry.Radius(transcript.Now, id, step, question, endpoint, length, code, genuine, signed, text));
    }
}
