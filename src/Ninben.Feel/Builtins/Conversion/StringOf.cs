using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>The text of a value.</summary>
internal static class StringOf
{
    public static Builtin Definition { get; } = Builtin.Of("string", "The text of a value.", "from -> string",
        static (run, a) =>
        {
            if (a[0].IsNull) return default;
            // A text is as long as what it shows, so that is charged before it is made.
            run.ChargeString(FeelText.LeastLength(a[0]));
            string text = FeelText.Display(a[0]);
            run.ChargeString(text.Length);
            return FeelValue.From(text);
        });
}
