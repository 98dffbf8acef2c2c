using System.Net;
using System.Threading.Channels;

namespace Aovpn.Probes.Channels;

/// <summary>Opens a channel to a remote endpoint: <see cref="UdpChannel"/>, or what a test has in its place.</summary>
/// <param name="arrivals">Takes what comes.</param>
/// <exception cref="System.Net.Sockets.SocketException">There is no route to the address.</exception>
public delegate IDatagramChannel ChannelOpener(IPEndPoint remote, ChannelWriter<Arrival> arrivals);
