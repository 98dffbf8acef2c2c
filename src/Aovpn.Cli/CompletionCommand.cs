using System.CommandLine;

namespace Aovpn.Cli;

/// <summary><c>aovpn completion</c>: a script with which a shell completes aovpn's commands; the program itself is asked.</summary>
internal static class CompletionCommand
{
    public static readonly string[] Examples =
    [
        "aovpn completion bash >> ~/.bashrc",
        "aovpn completion zsh > \"${fpath[1]}/_aovpn\"",
        "aovpn completion fish > ~/.config/fish/completions/aovpn.fish",
        "aovpn completion pwsh >> $PROFILE",
    ];

    private const string Bash = """
        _aovpn() {
            local IFS=$'\n' found
            found=$(aovpn "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            COMPREPLY=($(compgen -W "${found}" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _aovpn aovpn
        """;

    private const string Zsh = """
        #compdef aovpn
        _aovpn() {
            local -a found
            found=("${(@f)$(aovpn "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found
            _files
        }
        compdef _aovpn aovpn
        """;

    private const string Fish = """
        function __aovpn_complete
            set -l line (commandline -cp)
            aovpn "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c aovpn -a '(__aovpn_complete)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName aovpn -ScriptBlock {
            param($word, $line, $position)
            aovpn "[suggest:$position]" "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Prints a script that lets a shell complete aovpn's commands.") { shell };
        command.SetAction(result =>
        {
            result.InvocationConfiguration.Output.WriteLine(Script(result.GetValue(shell)!).ReplaceLineEndings("\n"));
            return ExitStatus.NothingFound;
        });
        return command;
    }

    private static string Script(string shell) => shell switch
    {
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => PowerShell,
        _ => Bash,
    };
}
