namespace Ninben.Server.Requests;

/// <summary>What an endpoint takes as its body. Endpoints without a rule take JSON of at most 1 MB.</summary>
internal sealed record BodyRule(BodyRule.Kind Content, int MaxBytes)
{
    /// <summary>Kinds of bodies.</summary>
    public enum Kind
    {
        /// <summary>Checked for depth and duplicate keys before anything reads it.</summary>
        Json,

        /// <summary>A model, handed to its reader, which has limits of its own.</summary>
        Xml,

        /// <summary>Read by the endpoint itself, piece by piece.</summary>
        Stream,
    }

    public static BodyRule Json { get; } = new(Kind.Json, 1024 * 1024);

    public static BodyRule Xml { get; } = new(Kind.Xml, 10 * 1024 * 1024);

    public static BodyRule Upload { get; } = new(Kind.Stream, 20 * 1024 * 1024);
}
