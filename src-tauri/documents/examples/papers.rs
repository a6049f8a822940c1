//! Prints every paper with made-up data into a folder, to be looked at: `cargo run -p balai-documents --example papers -- FOLDER`.

use balai_documents::print::*;

#[path = "../src/print/specimen.rs"]
mod specimen;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let write = |name: &str, printed: Result<Printed, PrintError>| -> Result<(), Box<dyn std::error::Error>> {
        std::fs::write(folder.join(name).with_extension("pdf"), printed?.pdf()?)?;
        Ok(())
    };
    for (layout, name) in [(CardLayout::Card, "kartu"), (CardLayout::A4, "kartu-a4")] {
        write(name, card(&specimen::card_paper(layout)))?;
        write(&format!("{name}-kosong"), card(&specimen::empty_card(layout)))?;
        write(&format!("{name}-penuh"), card(&specimen::full_card(layout)))?;
    }
    write("salinan-data", dossier(&specimen::person_dossier(40)))?;
    write("tanda-bukti", receipt(&specimen::receipt_paper()))?;
    write("daftar", list(&specimen::list_paper(65)))?;
    write("daftar-tanda-air", list(&ListPaper { watermark: "DOKUMEN INTERNAL".into(), ..specimen::list_paper(8) }))?;
    write("jadwal", timetable(&specimen::timetable_paper()))?;
    write("pemberitahuan", notice(&specimen::notice_paper()))?;
    Ok(())
}
