using System.CommandLine;
using System.Text;
using Aovpn.Cli;

// Into a file or a pipe the output goes in few large writes; a terminal gets each line as it comes.
const int BufferLength = 16 * 1024;
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = utf8;
var output = new StreamWriter(Console.OpenStandardOutput(), utf8, BufferLength) { AutoFlush = !Console.IsOutputRedirected };
Console.SetOut(output);
return AovpnCommand.Run(args, Surroundings.OfProcess(), new InvocationConfiguration { Output = output });
