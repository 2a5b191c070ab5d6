namespace Ninben.Bpmn.Tests.Reference;

/// <summary>The few expressions that random models use, as FEEL text for the engine and as arithmetic for the reference interpreter.</summary>
/// <param name="Form">What is computed.</param>
/// <param name="Name">The variable that is read; empty for constants.</param>
/// <param name="First">First number.</param>
/// <param name="Second">Second number.</param>
internal sealed record Term(TermForm Form, string Name, long First, long Second = 0)
{
    public static Term Yes { get; } = new(TermForm.Constant, "true", 1);

    public string Feel => Form switch
    {
        TermForm.Constant => Name.Length > 0 ? Name : $"{First}",
        TermForm.Plus => $"{Name} + {First}",
        TermForm.Remainder => $"modulo({Name}, {First}) = {Second}",
        TermForm.AtLeast => $"{Name} >= {First}",
        TermForm.IsSet => Name,
        TermForm.IsNotSet => $"not({Name})",
        _ => $"{Name} < {First}",
    };

    /// <summary>The value; null when the variable is missing.</summary>
    public object? Value(Func<string, object?> look)
    {
        if (Form == TermForm.Constant) return Name == "true" ? true : First;
        if (Form is TermForm.IsSet or TermForm.IsNotSet) return look(Name) is bool flag ? flag == (Form == TermForm.IsSet) : null;
        if (look(Name) is not long number) return null;
        return Form switch
        {
            TermForm.Plus => number + First,
            TermForm.Remainder => number % First == Second,
            TermForm.AtLeast => number >= First,
            _ => number < First,
        };
    }

    public bool Holds(Func<string, object?> look) => Value(look) is true;
}

/// <summary>Forms of <see cref="Term"/>.</summary>
internal enum TermForm
{
    Constant,
    Plus,
    Remainder,
    AtLeast,
    Below,
    IsSet,
    IsNotSet,
}
