namespace Aovpn.Reports.Text;

/// <summary>What colour repeats. The words and symbols say the same without it.</summary>
internal enum TextStyle
{
    Plain,
    Good,
    Bad,
    Doubt,
    Faint,
    Title,
    Command,
}
