namespace Ninben.Bpmn.Xml;

/// <summary>What a model file may at most use. Models are user input: reading one must end within milliseconds whatever it holds.</summary>
internal static class XmlLimits
{
    public const int Bytes = 10 * 1024 * 1024;
    public const int Depth = 128;
    public const int Elements = 50_000;
    public const int AttributesPerElement = 500;
    public const int Diagnostics = 200;

    /// <summary>Executable processes of one file; each is stored with the whole file.</summary>
    public const int Processes = 100;
}
