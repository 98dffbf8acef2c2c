using System.Text.RegularExpressions;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Reports;

public sealed class ReportTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Text_reads_like_this(int width)
    {
        var text = Render(new TextReport(), new(width));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Snapshot.Match(text, $"sample-{width}.txt");
    }

    [Fact]
    public void Json_reads_like_this() => Snapshot.Match(Render(new JsonReport(), ReportOptions.Default), "sample.json");

    [Fact]
    public void Colour_adds_nothing_but_colour()
    {
        var coloured = Render(new TextReport(), new(100, Colour: true));
        Assert.Contains("\e[31m", coloured, StringComparison.Ordinal);
        Assert.Equal(Render(new TextReport(), new(100)), Regex.Replace(coloured, "\e\\[[0-9]+m", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Values_pass_through_the_one_place_that_may_hide_them()
    {
        var options = ReportOptions.Default with { Messages = new(hole => hole.Kind is HoleKind.Plain or HoleKind.Code ? hole.Text : $"<{hole.Kind}>") };
        foreach (var text in new[] { Render(new TextReport(), options), Render(new JsonReport(), options) })
        {
            Assert.DoesNotContain("alice", text, StringComparison.Ordinal);
            Assert.DoesNotContain("CN=vpn.example.com", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Healthy_evidence_says_what_was_checked()
    {
        var sample = SampleDiagnosis.Make();
        var healthy = sample with { Symptoms = [], Next = [], Findings = [sample.Findings[2] with { Explains = [] }] };
        using var text = new StringWriter { NewLine = "\n" };
        new TextReport().Write(healthy, Excerpts.None, ReportOptions.Default, text);
        Assert.Contains("Nothing wrong was found. Read: certutil, evtx; 20,991 records. 1 cause was ruled out", text.ToString(), StringComparison.Ordinal);
    }

    private static string Render(IReport report, ReportOptions options)
    {
        using var text = new StringWriter { NewLine = "\n" };
        report.Write(SampleDiagnosis.Make(), SampleDiagnosis.Excerpts(), options, text);
        return text.ToString();
    }
}
