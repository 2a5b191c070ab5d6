namespace Ninben.Dmn.Model;

/// <summary>
/// Another model under a name (DMN 1.5, 6.3.3), which begins the names of its elements; without one they are used as if they were this model's.
/// </summary>
internal sealed class Import(string name, DrgIndex index)
{
    public string Name => name;

    public DrgIndex Index => index;

    /// <summary>The names by which expressions reach its elements, those of its own imports included.</summary>
    public IEnumerable<string> Members => index.Nodes.Select(node => node.Name)
        .Concat(index.Imports.SelectMany(inner => inner.Name.Length > 0 ? inner.Members.Prepend(inner.Name) : inner.Members));
}
