using System.Security.Cryptography;
using System.Text;

namespace Ninben.Runtime.Starts;

/// <summary>Names a timer start event within a command key, whatever letters its ids have.</summary>
internal static class StartKey
{
    public static string Of(ScheduledStart start) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{start.Process}\n{start.Element}\n{start.Version}")))[..32];
}
