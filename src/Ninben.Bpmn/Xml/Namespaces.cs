namespace Ninben.Bpmn.Xml;

/// <summary>XML namespaces.</summary>
internal static class Namespaces
{
    public const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public const string Camunda = "http://camunda.org/schema/1.0/bpmn";
    public const string Activiti = "http://activiti.org/bpmn";
    public const string Flowable = "http://flowable.org/bpmn";
    public const string Ninben = "https://ninben.dev/bpmn/1.0";
}
