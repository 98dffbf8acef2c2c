namespace Aovpn.Cli;

/// <summary>What the program tells its caller; the numbers are part of the contract.</summary>
public static class ExitStatus
{
    /// <summary>Nothing wrong was found.</summary>
    public const int NothingFound = 0;

    /// <summary>A cause was found.</summary>
    public const int Found = 1;

    /// <summary>A symptom stays unexplained for lack of evidence.</summary>
    public const int Unexplained = 2;

    /// <summary>The command line cannot be carried out as it stands (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Our fault (EX_SOFTWARE of sysexits.h).</summary>
    public const int OurFault = 70;
}
