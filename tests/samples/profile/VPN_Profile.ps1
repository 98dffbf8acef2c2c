# VPN_Profile.ps1 of corp.example; don't run it over Remote Desktop
$ProfileName = 'Corp VPN'
$ProfileNameEscaped = $ProfileName -replace ' ', '%20'

$ProfileXML = '<VPNProfile>
  <AlwaysOn>True</AlwaysOn>
  <DnsSuffix>corp.example</DnsSuffix>
  <TrustedNetworkDetection>corp.example,lab.example</TrustedNetworkDetection>
  <DeviceCompliance>
    <Enabled>true</Enabled>
    <Sso>
      <Enabled>true</Enabled>
      <IssuerHash>11223344556677889900aabbccddeeff00112233</IssuerHash>
      <Eku>1.3.6.1.5.5.7.3.2</Eku>
    </Sso>
  </DeviceCompliance>
  <NativeProfile>
    <Servers>vpn.example.com;Head office,vpn2.example.com;Branch</Servers>
    <RoutingPolicyType>SplitTunnel</RoutingPolicyType>
    <NativeProtocolType>Ikev2</NativeProtocolType>
    <Authentication>
      <UserMethod>EAP</UserMethod>
      <Eap>
        <Configuration>
<EapHostConfig xmlns="http://www.microsoft.com/provisioning/EapHostConfig">
<EapMethod>
<Type xmlns="http://www.microsoft.com/provisioning/EapCommon">25</Type>
<VendorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorId>
<VendorType xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorType>
<AuthorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</AuthorId></EapMethod>
<Config xmlns="http://www.microsoft.com/provisioning/EapHostConfig">
<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1">
<Type>25</Type>
<EapType xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV1">
<ServerValidation>
<DisableUserPromptForServerValidation>true</DisableUserPromptForServerValidation>
<ServerNames>nps1.corp.example;nps2.corp.example</ServerNames>
<TrustedRootCA>1f 2e 3d 4c 5b 6a 79 88 97 a6 b5 c4 d3 e2 f1 00 11 22 33 44 </TrustedRootCA></ServerValidation>
<FastReconnect>true</FastReconnect>
<InnerEapOptional>false</InnerEapOptional>
<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1">
<Type>13</Type>
<EapType xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV1">
<CredentialsSource>
<CertificateStore>
<SimpleCertSelection>true</SimpleCertSelection></CertificateStore></CredentialsSource>
<ServerValidation>
<DisableUserPromptForServerValidation>true</DisableUserPromptForServerValidation>
<ServerNames>nps1.corp.example;nps2.corp.example</ServerNames>
<TrustedRootCA>1f 2e 3d 4c 5b 6a 79 88 97 a6 b5 c4 d3 e2 f1 00 11 22 33 44 </TrustedRootCA></ServerValidation>
<DifferentUsername>false</DifferentUsername>
<PerformServerValidation xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2">true</PerformServerValidation>
<AcceptServerName xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2">true</AcceptServerName>
<TLSExtensions xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV2">
<FilteringInfo xmlns="http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV3">
<CAHashList Enabled="true">
<IssuerHash>AA BB CC DD EE FF 00 11 22 33 44 55 66 77 88 99 AA BB CC DD</IssuerHash></CAHashList>
<EKUMapping>
<EKUMap>
<EKUName>Unknown Key Usage</EKUName>
<EKUOID>1.3.6.1.4.1.311.87</EKUOID></EKUMap></EKUMapping>
<ClientAuthEKUList Enabled="true">
<EKUMapInList>
<EKUName>Unknown Key Usage</EKUName></EKUMapInList></ClientAuthEKUList></FilteringInfo></TLSExtensions></EapType></Eap>
<EnableQuarantineChecks>false</EnableQuarantineChecks>
<RequireCryptoBinding>false</RequireCryptoBinding>
<PeapExtensions>
<PerformServerValidation xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV2">true</PerformServerValidation>
<AcceptServerName xmlns="http://www.microsoft.com/provisioning/MsPeapConnectionPropertiesV2">true</AcceptServerName></PeapExtensions></EapType></Eap></Config></EapHostConfig>
        </Configuration>
      </Eap>
    </Authentication>
    <CryptographySuite>
      <AuthenticationTransformConstants>GCMAES128</AuthenticationTransformConstants>
      <CipherTransformConstants>GCMAES128</CipherTransformConstants>
      <PfsGroup>ECP256</PfsGroup>
      <DHGroup>ECP256</DHGroup>
      <IntegrityCheckMethod>SHA256</IntegrityCheckMethod>
      <EncryptionMethod>AES_GCM_128</EncryptionMethod>
    </CryptographySuite>
    <DisableClassBasedDefaultRoute>true</DisableClassBasedDefaultRoute>
  </NativeProfile>
  <Route>
    <Address>10.0.0.0</Address>
    <PrefixSize>8</PrefixSize>
    <Metric>1</Metric>
  </Route>
  <Route>
    <Address>10.9.0.0</Address>
    <PrefixSize>16</PrefixSize>
    <ExclusionRoute>true</ExclusionRoute>
  </Route>
  <TrafficFilter>
    <Protocol>6</Protocol>
    <RemotePortRanges>443</RemotePortRanges>
  </TrafficFilter>
  <DomainNameInformation>
    <DomainName>.corp.example</DomainName>
    <DNSServers>10.0.0.53,10.0.1.53</DNSServers>
  </DomainNameInformation>
  <DomainNameInformation>
    <DomainName>vpn.example.com</DomainName>
  </DomainNameInformation>
  <RegisterDNS>true</RegisterDNS>
</VPNProfile>'

$ProfileXML = $ProfileXML -replace '<', '&lt;'
$ProfileXML = $ProfileXML -replace '>', '&gt;'
$ProfileXML = $ProfileXML -replace '"', '&quot;'

$nodeCSPURI = './Vendor/MSFT/VPNv2'
$namespaceName = 'root\cimv2\mdm\dmmap'
$className = 'MDM_VPNv2_01'

try
{
$username = Gwmi -Class Win32_ComputerSystem | select username
$objuser = New-Object System.Security.Principal.NTAccount($username.username)
$sid = $objuser.Translate([System.Security.Principal.SecurityIdentifier])
}
catch [Exception]
{
$Message = "Unable to get user SID: $_"
Write-Host "$Message"
exit
}

$session = New-CimSession
$newInstance = New-Object Microsoft.Management.Infrastructure.CimInstance $className, $namespaceName
$session.CreateInstance($namespaceName, $newInstance, $options)
