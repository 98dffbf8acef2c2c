using Aovpn.Cli;

return AovpnCommand.Run(args);
