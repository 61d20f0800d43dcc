//! Line charts as SVG.

use std::fmt::Write;

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 600.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 364.0;

/// Colours that colour-blind people can distinguish (Okabe and Ito), on white.
const COLOURS: [&str; 7] =
    ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];

/// How values are laid out along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// From 0.
    Linear,
    /// By powers of ten; all values are positive.
    Logarithmic,
}

/// An axis.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    pub(super) label: &'static str,
    pub(super) scale: Scale,
    /// The labelled values, ascending; the first and last are the ends of the axis.
    pub(super) ticks: Vec<f64>,
}

/// A line and its name.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) points: Vec<(f64, f64)>,
}

/// A chart.
#[derive(Debug, Clone)]
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) x: Axis,
    pub(super) y: Axis,
    pub(super) series: Vec<Series>,
}

impl Axis {
    /// An axis from 0 that includes the largest of these values, in steps of 1, 2 or 5.
    pub(super) fn linear(label: &'static str, values: impl Iterator<Item = f64>) -> Self {
        let most = values.fold(f64::MIN_POSITIVE, f64::max);
        let power = 10f64.powf((most / 5.0).log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .map(|factor| factor * power)
            .into_iter()
            .find(|step| step * 6.0 >= most);
        let step = step.unwrap_or(most);
        let count = (most / step).ceil().max(1.0) as u32;
        Self {
            label,
            scale: Scale::Linear,
            ticks: (0..=count).map(|at| f64::from(at) * step).collect(),
        }
    }

    /// An axis of powers of ten that includes these values.
    pub(super) fn logarithmic(
        label: &'static str,
        values: impl Iterator<Item = f64> + Clone,
    ) -> Self {
        let least = values.clone().fold(f64::MAX, f64::min).max(f64::MIN_POSITIVE);
        let most = values.fold(least, f64::max);
        let (first, last) = (least.log10().floor() as i32, most.log10().ceil() as i32);
        Self {
            label,
            scale: Scale::Logarithmic,
            ticks: (first..=last.max(first + 1)).map(|power| 10f64.powi(power)).collect(),
        }
    }

    /// The position of a value: 0 at the start of the axis, 1 at its end.
    fn part(&self, value: f64) -> f64 {
        let spread = |value: f64| match self.scale {
            Scale::Linear => value,
            Scale::Logarithmic => value.max(f64::MIN_POSITIVE).log10(),
        };
        let end = |tick: Option<&f64>| spread(tick.copied().unwrap_or_default());
        let (first, last) = (end(self.ticks.first()), end(self.ticks.last()));
        (spread(value) - first) / (last - first)
    }
}

impl Chart {
    /// Renders the chart.
    pub(super) fn svg(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
             width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\" \
             role=\"img\">"
        )?;
        writeln!(
            out,
            "<title>{0}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
            escaped(&self.title)
        )?;
        writeln!(
            out,
            "<text x=\"{LEFT}\" y=\"24\" font-size=\"15\" font-weight=\"bold\">{}</text>",
            escaped(&self.title)
        )?;
        self.write_axes(out)?;
        for (at, series) in self.series.iter().enumerate() {
            let colour = COLOURS.get(at % COLOURS.len()).copied().unwrap_or_default();
            self.write_series(out, series, colour, at)?;
        }
        writeln!(out, "</svg>")
    }

    fn write_axes(&self, out: &mut String) -> std::fmt::Result {
        for tick in &self.x.ticks {
            let x = self.x_of(*tick);
            writeln!(out, "<path d=\"M{x:.1} {TOP}V{BOTTOM}\" stroke=\"#ddd\"/>")?;
            writeln!(
                out,
                "<text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                BOTTOM + 16.0,
                shown(*tick)
            )?;
        }
        for tick in &self.y.ticks {
            let y = self.y_of(*tick);
            writeln!(out, "<path d=\"M{LEFT} {y:.1}H{RIGHT}\" stroke=\"#ddd\"/>")?;
            writeln!(
                out,
                "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                LEFT - 6.0,
                y + 4.0,
                shown(*tick)
            )?;
        }
        let middle = (LEFT + RIGHT) / 2.0;
        writeln!(
            out,
            "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            BOTTOM + 38.0,
            escaped(self.x.label)
        )?;
        let (label, height) = (escaped(self.y.label), (TOP + BOTTOM) / 2.0);
        writeln!(
            out,
            "<text transform=\"translate(16 {height}) rotate(-90)\" \
             text-anchor=\"middle\">{label}</text>"
        )
    }

    fn write_series(
        &self,
        out: &mut String,
        series: &Series,
        colour: &str,
        at: usize,
    ) -> std::fmt::Result {
        let points: Vec<String> = series
            .points
            .iter()
            .map(|(x, y)| format!("{:.1},{:.1}", self.x_of(*x), self.y_of(*y)))
            .collect();
        writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        )?;
        let y = TOP + 10.0 + 20.0 * at as f64;
        let x = RIGHT + 14.0;
        writeln!(out, "<path d=\"M{x} {y}h18\" stroke=\"{colour}\" stroke-width=\"3\"/>")?;
        writeln!(out, "<text x=\"{}\" y=\"{}\">{}</text>", x + 24.0, y + 4.0, escaped(&series.name))
    }

    fn x_of(&self, value: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * self.x.part(value)
    }

    fn y_of(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * self.y.part(value)
    }
}

/// A number in readable form: `10 000`, `0.05`.
fn shown(value: f64) -> String {
    if value >= 10_000.0 {
        let (thousands, rest) = ((value / 1000.0).floor(), (value % 1000.0).round());
        return if thousands >= 1000.0 {
            format!("{:.0} {:03.0} {rest:03.0}", (thousands / 1000.0).floor(), thousands % 1000.0)
        } else {
            format!("{thousands:.0} {rest:03.0}")
        };
    }
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_include_their_values() {
        assert_eq!(
            Axis::linear("", [3.0, 28.0].into_iter()).ticks,
            [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0]
        );
        assert_eq!(Axis::linear("", [0.9].into_iter()).ticks.last(), Some(&1.0));
        assert_eq!(Axis::logarithmic("", [0.2, 30.0].into_iter()).ticks, [0.1, 1.0, 10.0, 100.0]);
        assert_eq!(Axis::logarithmic("", [10.0].into_iter()).ticks, [10.0, 100.0]);
        let axis = Axis::logarithmic("", [1.0, 100.0].into_iter());
        assert!((axis.part(10.0) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn numbers_are_shown_readably() {
        for (value, text) in [
            (0.0, "0"),
            (0.05, "0.05"),
            (2500.0, "2500"),
            (12_000.0, "12 000"),
            (1_000_000.0, "1 000 000"),
        ] {
            assert_eq!(shown(value), text);
        }
    }

    #[test]
    fn a_chart_has_a_line_and_a_name_for_each_series() {
        let series =
            |name: &str| Series { name: name.to_owned(), points: vec![(0.0, 1.0), (10.0, 2.0)] };
        let chart = Chart {
            title: "a < b".to_owned(),
            x: Axis::linear("x", [10.0].into_iter()),
            y: Axis::linear("y", [2.0].into_iter()),
            series: vec![series("one"), series("two")],
        };
        let svg = chart.svg();
        assert_eq!(svg.matches("<polyline").count(), 2);
        assert!(
            svg.contains(">two</text>") && svg.contains("a &lt; b") && svg.ends_with("</svg>\n"),
            "{svg}"
        );
    }
}
