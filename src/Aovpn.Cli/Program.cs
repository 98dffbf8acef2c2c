using System.Text;
using Aovpn.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return AovpnCommand.Run(args);
