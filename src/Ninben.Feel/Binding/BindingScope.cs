namespace Ninben.Feel.Binding;

/// <summary>The slots of one function body.</summary>
internal sealed class FunctionLevel(FunctionLevel? outer)
{
    public FunctionLevel? Outer => outer;

    public int Slots { get; private set; }

    public int Allocate() => Slots++;
}

internal enum BindingKind : byte
{
    Local,

    /// <summary>The current item of a filter: its entries hide names further out.</summary>
    Item,
}

/// <summary>Names bound to slots, innermost first.</summary>
internal sealed class BindingScope(BindingScope? outer, FunctionLevel level, string name, int slot, BindingKind kind)
{
    public BindingScope? Outer => outer;

    public FunctionLevel Level => level;

    public string Name => name;

    public int Slot => slot;

    public BindingKind Kind => kind;

    /// <summary>Whether any code reads this name.</summary>
    public bool IsUsed { get; set; }
}
