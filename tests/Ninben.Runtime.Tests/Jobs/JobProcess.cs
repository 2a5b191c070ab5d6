using System.Text;

namespace Ninben.Runtime.Tests.Jobs;

/// <summary>One service task with a boundary timer: a job, its retries, and what happens when it takes too long.</summary>
internal static class JobProcess
{
    public static ReadOnlyMemory<byte> Bpmn(string connector = "reader", int attempts = 3) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="job-model" targetNamespace="https://ninben.dev/samples">
          <bpmn:process id="job" name="Job" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="read" />
            <bpmn:serviceTask id="read" name="Read">
              <bpmn:extensionElements>
                <ninben:connector type="{connector}" attempts="{attempts}" timeout="PT60S"><ninben:input name="amount" value="= amount" /></ninben:connector>
                <ninben:result variable="result" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:boundaryEvent id="late" attachedToRef="read" cancelActivity="true">
              <bpmn:timerEventDefinition id="t"><bpmn:timeDuration>PT2H</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f2" sourceRef="read" targetRef="end" />
            <bpmn:sequenceFlow id="f3" sourceRef="late" targetRef="gave-up" />
            <bpmn:endEvent id="end" />
            <bpmn:endEvent id="gave-up" />
          </bpmn:process>
        </bpmn:definitions>
        """);
}
