using Ninben.Oversight.Proposals;

namespace Ninben.Runtime.Deployments;

/// <summary>Puts measured confidence beside what a model states.</summary>
public interface ICalibrations
{
    /// <summary>
    /// The proposal with calibrated confidence where a calibration for this element and model is deployed, and with none elsewhere:
    /// what a connector itself claims to be calibrated is not believed.
    /// </summary>
    Proposal Apply(string process, string element, Proposal proposal);
}
