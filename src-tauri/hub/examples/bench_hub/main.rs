//! What a hub bears, on SQLite and on PostgreSQL: how many changes it takes in each second, and all offices of the nation
//! at eight o'clock. Parts: `taking` (with `changes=40000`), `morning` (with `offices=814`); all without a name.

mod morning;
mod taking;

#[tokio::main]
async fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let named = |part: &str| words.iter().any(|word| word == part);
    let all = words.iter().all(|word| word.contains('='));
    let number = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
    if all || named("taking") {
        taking::measure(number("changes").unwrap_or(40_000)).await;
    }
    if all || named("morning") {
        morning::measure(number("offices").unwrap_or(814)).await;
    }
}
