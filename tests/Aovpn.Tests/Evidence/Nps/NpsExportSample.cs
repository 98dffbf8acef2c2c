namespace Aovpn.Tests.Evidence.Nps;

/// <summary>An export as NPS writes it: what the console entered stands on one line. The secrets in it are planted.</summary>
internal static class NpsExportSample
{
    public const string PlantedSecret = "Planted-Secret";

    public const string Text = """
        <?xml version="1.0"?>
        <Root xmlns:dt="urn:schemas-microsoft-com:datatypes">
        	<Children>
        		<Version name="Version" dt:dt="int">257</Version>
        		<Microsoft_Internet_Authentication_Service name="Microsoft_Internet_Authentication_Service">
        			<Children>
        				<RadiusProfiles name="RadiusProfiles">
        					<Children>
        						<_._VPN_users name="2. VPN users"><Properties><msEAPConfiguration xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="bin.hex">1900000000000000000000000000000090000000020000009000000001000000140000001f2e3d4c5b6a798897a6b5c4d3e2f100112233440200000001000000100000001a0000000000000001000000580000000d0000000000000000000000000000004800000000000000140000001f2e3d4c5b6a798897a6b5c4d3e2f100112233440000000000000000000000000000000000000000000000000000000000000000</msEAPConfiguration><msNPAllowDialin xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">1</msNPAllowDialin><msNPAllowedEapType xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="bin.hex">19000000000000000000000000000000</msNPAllowedEapType></Properties></_._VPN_users>
        						<Wireless name="Wireless">
        							<Properties>
        								<msEAPConfiguration xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="bin.hex">0d0000000000000000000000000000004800000048000000000000000000000000000000140000001f2e3d4c5b6a798897a6b5c4d3e2f100112233440000000000000000000000000000000000000000000000000000000000000000</msEAPConfiguration>
        								<msNPAllowDialin xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">0</msNPAllowDialin>
        								<msNPAllowedEapType xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="bin.hex">0d000000000000000000000000000000</msNPAllowedEapType>
        								<msNPAllowedCertificateOID xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">1.3.6.1.4.1.311.87</msNPAllowedCertificateOID>
        							</Properties>
        						</Wireless>
        					</Children>
        				</RadiusProfiles><NetworkPolicy name="NetworkPolicy">
        					<Children>
        						<_._VPN_users name="2. VPN users"><Properties><Policy_Enabled xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">1</Policy_Enabled><msNPAction xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">2. VPN users</msNPAction><msNPConstraint xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">NTGROUPS("S-1-5-21-1-2-3-1103")</msNPConstraint><msNPConstraint xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">MATCH("NAS-Port-Type=^15$|^5$")</msNPConstraint><msNPSequence xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="int">2</msNPSequence></Properties></_._VPN_users>
        						<Wireless name="Wireless">
        							<Properties>
        								<Policy_Enabled xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">0</Policy_Enabled>
        								<msNPAction xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">Wireless</msNPAction>
        								<msNPConstraint xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">MATCH("NAS-Port-Type=^19$")</msNPConstraint>
        								<msNPSequence xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="int">1</msNPSequence>
        							</Properties>
        						</Wireless>
        					</Children>
        				</NetworkPolicy><Protocols name="Protocols">
        					<Children>
        						<Microsoft_Radius_Protocol name="Microsoft Radius Protocol">
        							<Children>
        								<Clients name="Clients">
        									<Children>
        										<RRAS1 name="RRAS1"><Properties><Client_Secret_Template_Guid xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">{00000000-0000-0000-0000-000000000000}</Client_Secret_Template_Guid><IP_Address xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">192.0.2.10</IP_Address><Radius_Client_Enabled xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">1</Radius_Client_Enabled><Shared_Secret xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">Planted-Secret-1</Shared_Secret></Properties></RRAS1><RRAS2 name="RRAS2"><Properties><IP_Address xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">192.0.2.11</IP_Address><Radius_Client_Enabled xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">0</Radius_Client_Enabled><Shared_Secret xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">Planted-Secret-2</Shared_Secret></Properties></RRAS2>
        										<RRAS3 name="RRAS3">
        											<Properties>
        												<IP_Address xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">192.0.2.12</IP_Address>
        												<Radius_Client_Enabled xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="boolean">1</Radius_Client_Enabled>
        												<Shared_Secret xmlns:dt="urn:schemas-microsoft-com:datatypes" dt:dt="string">Planted-Secret-3</Shared_Secret>
        											</Properties>
        										</RRAS3>
        									</Children>
        								</Clients></Children>
        						</Microsoft_Radius_Protocol>
        					</Children>
        				</Protocols>
        			</Children>
        		</Microsoft_Internet_Authentication_Service>
        	</Children>
        </Root>
        """;
}
