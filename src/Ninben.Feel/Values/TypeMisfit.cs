namespace Ninben.Feel.Values;

/// <summary>Why a value does not have a type: the part of it that does not fit, and what was expected there.</summary>
/// <param name="Path">The part, as ".owner.name" or "[2]"; empty for the value itself.</param>
/// <param name="Found">What is there, in words.</param>
internal sealed record TypeMisfit(string Path, FeelType Expected, string Found)
{
    private const int MostOfText = 60;

    /// <summary>The first part of the value that does not fit; only for values that are no instances of the type.</summary>
    public static TypeMisfit Of(FeelType type, FeelValue value) => Of(type, value, "");

    private static TypeMisfit Of(FeelType type, FeelValue value, string path)
    {
        switch (type)
        {
            case ConstrainedType constrained when !constrained.Base.IsInstance(value):
                return Of(constrained.Base, value, path);
            case ListType list when value.Kind == FeelKind.List:
                for (int i = 0; i < value.List.Count; i++)
                {
                    if (!value.List[i].IsNull && !list.Item.IsInstance(value.List[i])) return Of(list.Item, value.List[i], $"{path}[{i + 1}]");
                }

                break;
            case ContextType context when value.Kind == FeelKind.Context:
                foreach (FeelParameter field in context.Fields)
                {
                    if (!value.AsContext().TryGetValue(field.Name, out FeelValue entry)) return new TypeMisfit($"{path}.{field.Name}", field.Type, "nothing");
                    if (!entry.IsNull && !field.Type.IsInstance(entry)) return Of(field.Type, entry, $"{path}.{field.Name}");
                }

                break;
        }

        return new TypeMisfit(path, type, WordsOf(value));
    }

    /// <summary>A value for a message: short ones as they are written, others by what they are.</summary>
    public static string WordsOf(FeelValue value)
    {
        if (value.Kind is FeelKind.Context or FeelKind.Range or FeelKind.Function) return $"a {FeelType.NameOf(value.Kind)}";
        if (value.Kind == FeelKind.List) return $"a list of {value.List.Count}";
        string text = value.Kind == FeelKind.String && value.AsString().Length > MostOfText ? $"\"{value.AsString()[..MostOfText]}...\"" : value.ToString();
        return text.Length <= MostOfText + 5 ? text : text[..MostOfText] + "...";
    }
}
