namespace Ninben.Feel.Evaluation;

/// <summary>The local names of one activation (numbered slots), the frame of the surrounding function, and the variables.</summary>
internal sealed class Frame(Run run, FeelValue[] slots, FeelContext variables, Frame? outer)
{
    public readonly FeelValue[] Slots = slots;

    public readonly Run Run = run;

    public readonly Frame? Outer = outer;

    public FeelContext Variables = variables;

    /// <summary>What a function value keeps: the names as they are now, since loops go on changing them.</summary>
    /// <param name="count">How many slots the surrounding code has.</param>
    public Frame Snapshot(int count) => new(Run, Slots[..count], Variables, Outer);
}
