namespace Ninben.Feel;

/// <summary>The kinds of FEEL values (DMN 1.5, 10.3.2.2); Null is the kind of the value null and of default(FeelValue).</summary>
public enum FeelKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysAndTimeDuration,
    YearsAndMonthsDuration,
    List,
    Context,
    Range,
    Function,
}
