namespace Aovpn.Tests.Healthy;

/// <summary>The invented organisation of the healthy deployments.</summary>
internal static class Names
{
    public const string Ca = "CN=Corp Issuing CA, DC=corp, DC=example";
    public const string Root = "CN=Corp Root CA, DC=corp, DC=example";
    public const string CloudCa = "CN=Microsoft VPN root CA gen 1";
    public const string RootThumbprint = "5a89fecb5b49a70b1a5263b735eed71cc268be4b";
    public const string Connection = "Corp VPN";
    public const string ServerAuthentication = "Server Authentication (1.3.6.1.5.5.7.3.1)";
    public const string ClientAuthentication = "Client Authentication (1.3.6.1.5.5.7.3.2)";
    public const string IkeIntermediate = "IP security IKE intermediate (1.3.6.1.5.5.8.2.2)";
    public const string CloudPurpose = "AAD Conditional Access (1.3.6.1.4.1.311.87)";
}
