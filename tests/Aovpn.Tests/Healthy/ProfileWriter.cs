namespace Aovpn.Tests.Healthy;

/// <summary>The ProfileXML of a deployment, bare or in Intune's SyncML.</summary>
internal sealed class ProfileWriter(Deployment deployment)
{
    private const string Validation = $"<ServerValidation><DisableUserPromptForServerValidation>true</DisableUserPromptForServerValidation><ServerNames>nps1.corp.example;nps2.corp.example</ServerNames><TrustedRootCA>{Names.RootThumbprint}</TrustedRootCA></ServerValidation>";

    private const string CloudFilter = """<TLSExtensions xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2"><FilteringInfo xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV3"><EKUMapping><EKUMap><EKUName>AAD Conditional Access</EKUName><EKUOID>1.3.6.1.4.1.311.87</EKUOID></EKUMap></EKUMapping><ClientAuthEKUList Enabled="true"><EKUMapInList><EKUName>AAD Conditional Access</EKUName></EKUMapInList></ClientAuthEKUList></FilteringInfo></TLSExtensions>""";

    public string Write()
    {
        var profile = $"""
            <VPNProfile>
              <RememberCredentials>true</RememberCredentials>
              <AlwaysOn>true</AlwaysOn>
              <DnsSuffix>corp.example</DnsSuffix>
              <TrustedNetworkDetection>corp.example</TrustedNetworkDetection>
              {(deployment.IsDeviceTunnel ? "<DeviceTunnel>true</DeviceTunnel>\n  <RegisterDNS>true</RegisterDNS>" : "")}
              {(deployment.ConditionalAccess ? "<DeviceCompliance><Enabled>true</Enabled></DeviceCompliance>" : "")}
              <NativeProfile>
                <Servers>{deployment.Server}</Servers>
                <NativeProtocolType>{deployment.TunnelType}</NativeProtocolType>
                {(deployment.TunnelType is "L2TP" ? "<L2tpPsk>not-a-secret</L2tpPsk>" : "")}
                <Authentication>{Authentication()}</Authentication>
                <RoutingPolicyType>{(deployment.ForceTunnel ? "ForceTunnel" : "SplitTunnel")}</RoutingPolicyType>
                {(deployment.ForceTunnel ? "" : "<DisableClassBasedDefaultRoute>true</DisableClassBasedDefaultRoute>")}
              </NativeProfile>
              {Routes()}
              <DomainNameInformation><DomainName>.corp.example</DomainName><DnsServers>10.10.0.30</DnsServers></DomainNameInformation>
            </VPNProfile>

            """;
        return deployment.IsIntune
            ? $"""<SyncBody xmlns="SYNCML:SYNCML1.2"><Replace><CmdID>4</CmdID><Item><Target><LocURI>./User/Vendor/MSFT/VPNv2/Corp%20VPN/ProfileXML</LocURI></Target><Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Data>{System.Security.SecurityElement.Escape(profile)}</Data></Item></Replace></SyncBody>"""
            : profile;
    }

    private string Routes() => deployment.ForceTunnel ? ""
        : deployment.IsDeviceTunnel ? "<Route><Address>10.10.0.30</Address><PrefixSize>32</PrefixSize></Route>"
        : "<Route><Address>10.0.0.0</Address><PrefixSize>8</PrefixSize></Route>" + (deployment.HasIpv6 ? "<Route><Address>2001:db8::</Address><PrefixSize>32</PrefixSize></Route>" : "");

    private string Authentication()
    {
        if (deployment.IsDeviceTunnel)
            return "<MachineMethod>Certificate</MachineMethod>";
        var tls = $"""<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1"><Type>13</Type><EapType xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV1"><CredentialsSource><CertificateStore><SimpleCertSelection>true</SimpleCertSelection></CertificateStore></CredentialsSource>{Validation}<DifferentUsername>false</DifferentUsername><PerformServerValidation xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2">true</PerformServerValidation><AcceptServerName xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2">true</AcceptServerName>{(deployment.ConditionalAccess ? CloudFilter : "")}</EapType></Eap>""";
        const string Password = """<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1"><Type>26</Type><EapType xmlns="http://www.microsoft.com/provisioning/MsChapV2ConnectionPropertiesV1"><UseWinLogonCredentials>true</UseWinLogonCredentials></EapType></Eap>""";
        var isPeap = deployment.Authentication is not "EAP-TLS";
        var inner = deployment.Authentication is "PEAP-MSCHAPv2" ? Password : tls;
        var config = isPeap
            ? $"""<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1"><Type>25</Type><EapType xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV1">{Validation}<FastReconnect>true</FastReconnect><InnerEapOptional>false</InnerEapOptional>{inner}<EnableQuarantineChecks>false</EnableQuarantineChecks><RequireCryptoBinding>false</RequireCryptoBinding><PeapExtensions><PerformServerValidation xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV2">true</PerformServerValidation><AcceptServerName xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV2">true</AcceptServerName></PeapExtensions></EapType></Eap>"""
            : tls;
        return $"""<UserMethod>Eap</UserMethod><Eap><Configuration><EapHostConfig xmlns="http://www.microsoft.com/provisioning/EapHostConfig"><EapMethod><Type xmlns="http://www.microsoft.com/provisioning/EapCommon">{(isPeap ? 25 : 13)}</Type><VendorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorId><VendorType xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorType><AuthorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</AuthorId></EapMethod><Config xmlns="http://www.microsoft.com/provisioning/EapHostConfig">{config}</Config></EapHostConfig></Configuration></Eap>""";
    }
}
