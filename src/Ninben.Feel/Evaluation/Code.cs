namespace Ninben.Feel.Evaluation;

/// <summary>Compiled FEEL.</summary>
internal delegate FeelValue Eval(Frame frame);

/// <summary>Compiled code, with its value when that is known already.</summary>
internal readonly record struct Code(Eval Run, bool IsConstant, FeelValue Value)
{
    public static Code Of(Eval run) => new(run, false, default);

    public static Code Constant(FeelValue value) => new(_ => value, true, value);
}
