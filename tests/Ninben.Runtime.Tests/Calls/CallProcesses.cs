using System.Text;

namespace Ninben.Runtime.Tests.Calls;

/// <summary>Small processes that call others.</summary>
internal static class CallProcesses
{
    /// <summary>The process <c>calls</c>: opens a case of another one and ends with it.</summary>
    public static ReadOnlyMemory<byte> Calls(string process) => Row("calls", $"""
        <bpmn:callActivity id="call" calledElement="{process}"><bpmn:extensionElements><ninben:call case="own"/></bpmn:extensionElements></bpmn:callActivity>
        """, "call");

    /// <summary>A process of one step.</summary>
    public static ReadOnlyMemory<byte> Row(string id, string step, string stepId) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="defs-{id}"
            targetNamespace="https://ninben.dev/samples">
          <bpmn:process id="{id}" isExecutable="true">
            <bpmn:startEvent id="start"/>
            {step}
            <bpmn:endEvent id="end"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="{stepId}"/>
            <bpmn:sequenceFlow id="f2" sourceRef="{stepId}" targetRef="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """);
}
