using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>What a dialog is told of a turn.</summary>
/// <param name="Heard">What was understood and permitted.</param>
/// <param name="Now">The clinic's time.</param>
/// <param name="Access">What a verified person may open now; never null where <see cref="IDialog.RequiresAccess"/>.</param>
/// <param name="Declared">Who writes, when a dialog of this conversation has ended with it; nothing of it is verified.</param>
public sealed record DialogTurn(
    Understanding Heard,
    DateTimeOffset Now,
    AccessGrant? Access = null,
    DeclaredPerson? Declared = null
);
