using System.Globalization;
using Ninben.Learning.Calibration;

namespace Ninben.Dev.Commands.Bench;

/// <summary>How one field fared over all receipts.</summary>
internal sealed class ReceiptScore(string name, double threshold)
{
    private const double Sureness = 0.9;

    private int _count;
    private int _right;
    private int _passed;
    private int _passedWrong;

    public string Name => name;

    public void Add(bool right, double confidence)
    {
        _count++;
        if (right) _right++;
        if (confidence < threshold) return;
        _passed++;
        if (!right) _passedWrong++;
    }

    public string Row() => string.Create(CultureInfo.InvariantCulture,
        $"{name,-9}{_count,4}   {Share(_right, _count)}   {threshold,5:0.00}   {Share(_passed, _count)}   {Share(_passedWrong, _passed)}  " +
            $"({_passedWrong} of {_passed})");

    public object Json() => new
    {
        accuracy = Ratio(_right, _count),
        passed = Ratio(_passed, _count),
        passedError = Ratio(_passedWrong, _passed),
        threshold,
        n = _count
    };

    private static string Share(int part, int whole)
    {
        var bounds = Intervals.ClopperPearson(part, whole, Sureness);
        return string.Create(CultureInfo.InvariantCulture, $"{Ratio(part, whole) * 100,5:0.0} % [{bounds.Low * 100,5:0.0}..{bounds.High * 100,5:0.0}]");
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : Math.Round(part / (double)whole, 4);
}
