namespace Ninben.Feel;

/// <summary>What a function of kind Java in a model means (DMN 1.5, 10.3.2.13.3).</summary>
public enum ExternalFunctions : byte
{
    /// <summary>Such a function is a value whose answer is null, with a note.</summary>
    Refused,

    /// <summary>A small fixed table of pure functions of java.lang is answered here; nothing is ever looked up by reflection.</summary>
    PureJava,
}
