using System.Collections.Frozen;

namespace Ninben.Runtime.Jobs;

/// <summary>The connectors of this process by name.</summary>
internal sealed class Connectors
{
    private readonly FrozenDictionary<string, IConnector> byName;

    public Connectors(IEnumerable<IConnector> connectors)
    {
        var all = new Dictionary<string, IConnector>(StringComparer.Ordinal);
        foreach (var connector in connectors)
        {
            if (!all.TryAdd(connector.Name, connector))
                throw new InvalidOperationException($"Two connectors are named '{connector.Name}'.");
        }

        byName = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IConnector? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The message for a name that is not there, with those that are.</summary>
    public string Unknown(string name) => byName.Count == 0
        ? $"There is no connector '{name}'; this process has none."
        : $"There is no connector '{name}'; known are {string.Join(", ", byName.Keys.Order(StringComparer.Ordinal))}.";
}
