namespace Ninben.Feel.Values;

/// <summary>A function value: a closure written in FEEL, or a built-in used by name.</summary>
internal sealed class FeelFunction(string? name, IReadOnlyList<FeelParameter> parameters, FeelFunctionBody body)
{
    public string? Name => name;

    public IReadOnlyList<FeelParameter> Parameters => parameters;

    public FeelFunctionBody Body => body;

    /// <summary>The type of the answer; anything when none was declared.</summary>
    public FeelType Result { get; init; } = FeelType.Any;

    /// <summary>A built-in checks arity and types itself and takes any number of arguments.</summary>
    public bool IsBuiltin { get; init; }
}

/// <summary>A formal parameter.</summary>
internal sealed record FeelParameter(string Name, FeelType Type);

/// <summary>What a function does with its arguments, which are already coerced.</summary>
internal delegate FeelValue FeelFunctionBody(Evaluation.Run run, ReadOnlySpan<FeelValue> arguments);
