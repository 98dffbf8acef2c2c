namespace Aovpn.Diagnosis.Model;

public enum StageState
{
    Passed,
    Failed,
    Unknown,
    NotReached,
}
