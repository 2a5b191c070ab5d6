using System.Text;

namespace Ninben.Runtime.Tests.Messages;

/// <summary>Small processes that talk to each other.</summary>
internal static class MessageProcesses
{
    /// <summary>Waits for the payment of its own order.</summary>
    public static ReadOnlyMemory<byte> Waits { get; } = Model("waits", """
        <bpmn:startEvent id="start"/>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="paid"/>
        <bpmn:intermediateCatchEvent id="paid" name="Paid">
          <bpmn:extensionElements><ninben:message key="= order"/><ninben:result variable="payment"/></bpmn:extensionElements>
          <bpmn:messageEventDefinition messageRef="payment"/>
        </bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="f2" sourceRef="paid" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """);

    /// <summary>Sends the payment of an order, kept for a time to live.</summary>
    public static ReadOnlyMemory<byte> Sends(string timeToLive = "PT0S") => Model("sends", $"""
        <bpmn:startEvent id="start"/>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="pay"/>
        <bpmn:sendTask id="pay" name="Pay" messageRef="payment">
          <bpmn:extensionElements><ninben:message key="= order" payload="= amount" timeToLive="{timeToLive}"/></bpmn:extensionElements>
        </bpmn:sendTask>
        <bpmn:sequenceFlow id="f2" sourceRef="pay" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """);

    /// <summary>Begins when a complaint arrives.</summary>
    public static ReadOnlyMemory<byte> Begins { get; } = Model("begins", """
        <bpmn:startEvent id="complaint">
          <bpmn:extensionElements><ninben:result variable="complaint"/></bpmn:extensionElements>
          <bpmn:messageEventDefinition messageRef="complaint-arrived"/>
        </bpmn:startEvent>
        <bpmn:sequenceFlow id="f1" sourceRef="complaint" targetRef="look"/>
        <bpmn:userTask id="look"/>
        <bpmn:sequenceFlow id="f2" sourceRef="look" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """);

    /// <summary>Waits for the alarm.</summary>
    public static ReadOnlyMemory<byte> Listens { get; } = Model("listens", """
        <bpmn:startEvent id="start"/>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="alarm"/>
        <bpmn:intermediateCatchEvent id="alarm"><bpmn:signalEventDefinition signalRef="alarm-signal"/></bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="f2" sourceRef="alarm" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """);

    /// <summary>Gives the alarm.</summary>
    public static ReadOnlyMemory<byte> Alarms { get; } = Model("alarms", """
        <bpmn:startEvent id="start"/>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="end"/>
        <bpmn:endEvent id="end"><bpmn:signalEventDefinition signalRef="alarm-signal"/></bpmn:endEvent>
        """);

    /// <summary>Begins three times, an hour apart.</summary>
    public static ReadOnlyMemory<byte> Hourly { get; } = Model("hourly", """
        <bpmn:startEvent id="tick"><bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
        <bpmn:sequenceFlow id="f1" sourceRef="tick" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """);

    private static ReadOnlyMemory<byte> Model(string id, string body) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="defs-{id}"
            targetNamespace="https://ninben.dev/samples">
          <bpmn:message id="payment" name="payment"/>
          <bpmn:message id="complaint-arrived" name="complaint"/>
          <bpmn:signal id="alarm-signal" name="alarm"/>
          <bpmn:process id="{id}" isExecutable="true">
          {body}
          </bpmn:process>
        </bpmn:definitions>
        """);
}
