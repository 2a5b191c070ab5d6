namespace Ninben.Feel;

/// <summary>What a name outside the scope means.</summary>
internal enum UnknownNames : byte
{
    LookedUpAtRunTime,
    Warnings,
    Errors,
}
