fn main() {
    balai_desk::run();
}
