namespace Ninben.Dmn.Xml;

/// <summary>An XML element with its place; text is that of its direct text nodes, and places tells where its characters lie.</summary>
internal sealed class Element(string name, string space, int line, int column)
{
    // Made when first needed: a model has many elements with neither.
    private Dictionary<string, string>? _attributes;
    private List<Element>? _children;
    private TextPlaces? _places;

    public string Name => name;

    public string Namespace => space;

    public int Line => line;

    public int Column => column;

    public string Text { get; set; } = "";

    public TextPlaces Places => _places ??= new TextPlaces();

    public IReadOnlyList<Element> Children => _children ?? (IReadOnlyList<Element>)[];

    public string? Id => Attribute("id");

    public string? Attribute(string key) => _attributes?.GetValueOrDefault(key);

    public void SetAttribute(string key, string value) => (_attributes ??= new Dictionary<string, string>(StringComparer.Ordinal))[key] = value;

    public void Add(Element child) => (_children ??= []).Add(child);

    public Element? Child(string wanted)
    {
        foreach (Element child in Children)
        {
            if (child.Name == wanted) return child;
        }

        return null;
    }

    public IEnumerable<Element> All(string wanted) => Children.Where(child => child.Name == wanted);

    /// <summary>The trimmed text of the "text" child, as in literal expressions and cells.</summary>
    public string TextChild() => Child("text")?.Text.Trim() ?? "";
}
