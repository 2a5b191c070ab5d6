using System.Net;
using System.Net.Sockets;

namespace Ninben.Connectors.Http;

/// <summary>
/// Tells addresses of the public internet from all others (IANA special-purpose registries for IPv4 and IPv6). An address that carries
/// another one inside it (mapped, NAT64, 6to4, Teredo) is judged by what it carries.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Only 2000::/3 is handed out as global unicast; these parts of it are special all the same.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20")];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(SpecialV4, network => network.Contains(address));
        // RFC 6052: the last 32 bits are the IPv4 address that a translator will send to.
        if (Nat64.Contains(address)) return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address));
    }
}
