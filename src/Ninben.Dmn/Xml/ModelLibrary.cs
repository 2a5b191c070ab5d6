using System.Collections.Immutable;
using Ninben.Dmn.Model;
using Ninben.Feel;

namespace Ninben.Dmn.Xml;

/// <summary>The models that may be imported, each read once however often it is asked for.</summary>
internal sealed class ModelLibrary(DmnReadOptions options, ImmutableArray<Diagnostic>.Builder diagnostics)
{
    private readonly Dictionary<string, (DrgIndex? Index, TypeReader Types)?> _read = new(StringComparer.Ordinal);
    private Dictionary<string, Element>? _roots;

    public ImmutableArray<Diagnostic>.Builder Diagnostics => diagnostics;

    public ExternalFunctions ExternalFunctions => options.ExternalFunctions;

    /// <summary>Whether a model of that namespace is still being read, so that importing it would be a circle.</summary>
    public bool IsBeingRead(string space) => _read.TryGetValue(space, out (DrgIndex?, TypeReader)? known) && known is null;

    public void Begin(string space) => _read.TryAdd(space, null);

    /// <summary>The model of that namespace and its types; null when there is none, or when it is faulty.</summary>
    public (DrgIndex Index, TypeReader Types)? Find(string space)
    {
        if (!_read.TryGetValue(space, out (DrgIndex? Index, TypeReader Types)? known))
        {
            if (!Roots().TryGetValue(space, out Element? root)) return null;
            DefinitionsReader reader = new(this, root.Attribute("name"));
            known = _read[space] = (reader.Read(root), reader.Types);
        }

        return known is { Index: DrgIndex index, Types: TypeReader types } ? (index, types) : null;
    }

    private Dictionary<string, Element> Roots()
    {
        if (_roots is not null) return _roots;
        _roots = new Dictionary<string, Element>(StringComparer.Ordinal);
        foreach (ReadOnlyMemory<byte> xml in options.Importable)
        {
            // A model that is not imported does not have to be well-formed; one that is missing is found where it is imported.
            if (SafeXml.Read(xml, null, ImmutableArray.CreateBuilder<Diagnostic>()) is Element root && root.Attribute("namespace") is string space)
            {
                _roots.TryAdd(space, root);
            }
        }

        return _roots;
    }
}
