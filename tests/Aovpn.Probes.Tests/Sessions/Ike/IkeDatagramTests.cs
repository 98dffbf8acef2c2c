using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Sessions.Ike;

public sealed class IkeDatagramTests
{
    [Fact]
    public void On_4500_only_what_bears_the_marker_is_ike()
    {
        var message = new byte[28];

        Assert.Equal(28, new IkeDatagram(IkePort.Ike, message).Message?.Length);
        Assert.Equal(28, IkeDatagram.Of(IkePort.NatTraversal, message).Message?.Length);
        Assert.Null(new IkeDatagram(IkePort.NatTraversal, new byte[] { 0xFF }).Message);
        Assert.Null(new IkeDatagram(IkePort.NatTraversal, (byte[])[0x12, 0x34, 0, 1, .. new byte[60]]).Message);
    }
}
