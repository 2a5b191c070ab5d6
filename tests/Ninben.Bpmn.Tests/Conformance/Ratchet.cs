using System.Text.Json;

namespace Ninben.Bpmn.Tests.Conformance;

/// <summary>What a suite passed when it was last looked at: it may only grow.</summary>
internal static class Ratchet
{
    public static int Of(string suite, string name)
    {
        using var ratchet = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedMaterial.Root, "conformance", suite, "ratchet.json")));
        return ratchet.RootElement.GetProperty(name).GetInt32();
    }
}
