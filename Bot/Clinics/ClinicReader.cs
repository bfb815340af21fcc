using ChatbotSante.Dialogs.Care.Clinics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatbotSante.Bot.Clinics;

/// <summary>Reads the clinic's file.</summary>
internal static class ClinicReader
{
    /// <exception cref="ClinicFileException">The file is missing, has an unknown key, or contradicts itself.</exception>
    public static Clinic ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            throw new ClinicFileException($"{Path.GetFileName(path)} cannot be read.", inner);
        }
    }

    /// <param name="yaml">The text.</param>
    /// <param name="file">Name of the file, for what is refused.</param>
    /// <exception cref="ClinicFileException">The text is no YAML, has an unknown key, or contradicts itself.</exception>
    public static Clinic Read(string yaml, string file = "clinic.yml")
    {
        var refusals = new ClinicRefusals(file);
        var root = Parse(yaml, refusals);
        refusals.ThrowIfAny();
        return new ClinicFile(new FileSection(root!, string.Empty, refusals), refusals).ToClinic();
    }

    private static YamlMappingNode? Parse(string yaml, ClinicRefusals refusals)
    {
        var stream = new YamlStream();
        try
        {
            using var text = new StringReader(yaml);
            stream.Load(text);
        }
        catch (YamlException inner)
        {
            // A key that stands twice is found here too.
            refusals.Add(inner.Start.Line, inner.Message);
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return root;
        }

        refusals.Add(1, "the file must be one list of keys, such as « name: Clinique … ».");
        return null;
    }
}
