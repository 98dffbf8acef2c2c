// FILE THREADS: reasons and users of an NPS log, read by the product's reader.
using System.Diagnostics;
using System.Globalization;
using Aovpn.Bench.Nps;
using Aovpn.Bench.Running;

var clock = Stopwatch.StartNew();
ToldTimes.Write(OurCount.Answer(args[0], int.Parse(args[1], CultureInfo.InvariantCulture)), clock);
