namespace Ninben.Feel.Values;

/// <summary>How a range was written: with two endpoints, or as a comparison such as &lt; 10 (the other endpoint is then absent).</summary>
internal enum RangeForm : byte
{
    Interval,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// <summary>A range value. An endpoint that is null is open towards that side (DMN 1.5, 10.3.2.7).</summary>
internal sealed record FeelRange(FeelValue Start, FeelValue End, bool StartIncluded, bool EndIncluded, RangeForm Form = RangeForm.Interval)
{
    public static FeelRange Of(RangeForm form, FeelValue endpoint) => form switch
    {
        RangeForm.Less => new(default, endpoint, false, false, form),
        RangeForm.LessOrEqual => new(default, endpoint, false, true, form),
        RangeForm.Greater => new(endpoint, default, false, false, form),
        RangeForm.GreaterOrEqual => new(endpoint, default, true, false, form),
        RangeForm.Equal => new(endpoint, endpoint, true, true, form),
        RangeForm.NotEqual => new(endpoint, endpoint, false, false, form),
        _ => throw new System.Diagnostics.UnreachableException(form.ToString()),
    };

    public bool Equals(FeelRange? other) => other is not null && Start.Equals(other.Start) && End.Equals(other.End)
        && StartIncluded == other.StartIncluded && EndIncluded == other.EndIncluded && Form == other.Form;

    public override int GetHashCode() => HashCode.Combine(Start, End, StartIncluded, EndIncluded);

    /// <summary>Whether the range holds the value; null when the two cannot be compared.</summary>
    public bool? Contains(FeelValue value)
    {
        if (Form == RangeForm.Equal) return FeelComparison.AreEqual(value, Start);
        if (Form == RangeForm.NotEqual) return FeelComparison.AreEqual(value, Start) is bool equal ? !equal : null;
        if (value.IsNull) return null;
        // An interval written with null has an unknown end there; a comparison such as > 10 has none.
        if (Form == RangeForm.Interval && (Start.IsNull || End.IsNull)) return null;
        if (!Start.IsNull)
        {
            if (FeelComparison.Order(value, Start) is not int order) return null;
            if (order < 0 || (order == 0 && !StartIncluded)) return false;
        }

        if (!End.IsNull)
        {
            if (FeelComparison.Order(value, End) is not int order) return null;
            if (order > 0 || (order == 0 && !EndIncluded)) return false;
        }

        return true;
    }
}
