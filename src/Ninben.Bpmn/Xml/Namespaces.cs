namespace Ninben.Bpmn.Xml;

/// <summary>XML namespaces.</summary>
internal static class Namespaces
{
    public const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Ninben = "https://ninben.dev/bpmn/1.0";
}
